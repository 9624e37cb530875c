/** Copying a text, in browsers that allow it, allow it in an old way, or do not allow it. */

/** Copies what is in the textarea. Returns what really happened: 'copied', or 'selected' when the reader has to copy by hand. */
export async function copyFrom(textarea) {
  try {
    await navigator.clipboard.writeText(textarea.value);
    return 'copied';
  } catch {
    // No permission, no secure context, or a web view without the interface.
  }
  textarea.focus();
  // Unlike select(), this also selects on iPhones.
  textarea.setSelectionRange(0, textarea.value.length);
  return oldCopy() ? 'copied' : 'selected';
}

/** The old command copies what is selected, and says whether it did. */
function oldCopy() {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
