/** Copying a text, in browsers that allow it, allow it in an old way, or do not allow it. */

/**
 * What really happened: 'copied', or 'selected' when the reader has to copy by hand.
 *
 * @typedef {'copied' | 'selected'} Copied
 */

/** What is said of a text that is to be sent. */
export const DONE = {
  copied: '已复制。打开要发去的地方，长按粘贴。',
  selected: '没能自动复制。已选中，长按复制，电脑上按 Ctrl+C。',
};

/** Copies what is in the field. @returns {Promise<Copied>} */
export function copyFrom(textarea) {
  return copy(textarea.value, () => {
    textarea.focus();
    // Unlike select(), this also selects on iPhones.
    textarea.setSelectionRange(0, textarea.value.length);
  });
}

/** Copies what an element shows. @param {Element} place @returns {Promise<Copied>} */
export function copyShown(place) {
  return copy(place.textContent.trimEnd(), () => getSelection().selectAllChildren(place));
}

async function copy(text, select) {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // No permission, no secure context, or a web view without the interface.
  }
  select();
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
