/** The rows of `checker/keep/archive/archive.toml`, made from them by `checker.keep.archive.page.terms_module`: change them there. */

export const TERMS = {
  "schema": 1,
  "zone_minutes": 480,
  "paths": {
    "manifest": "manifest.json",
    "index": "证据目录.txt",
    "case": "case.json",
    "verifier": "verify.html",
    "evidence": "证据",
    "texts": "文本"
  },
  "limits": {
    "evidence": 1000,
    "texts": 200,
    "entries": 1300,
    "bytes": 2147483647,
    "manifest": 4194304,
    "case": 4194304,
    "text": 1048576,
    "name": 255,
    "stem": 60,
    "path": 512,
    "shown": 80,
    "fact": 200,
    "told": 100
  },
  "patterns": {
    "kept": "A-Za-z0-9()\\-㐀-䶿一-鿿",
    "ending": "[a-z0-9]{1,8}",
    "unseen": "\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\udb40\udc00-\udb40\udc7f",
    "instead": "�"
  },
  "types": {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "heic": "image/heic",
    "bmp": "image/bmp",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "webm": "video/webm",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "html": "text/html",
    "json": "application/json",
    "csv": "text/csv",
    "eml": "message/rfc822",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "other": "application/octet-stream"
  },
  "folder": {
    "ignored": [
      ".DS_Store",
      "Thumbs.db",
      "desktop.ini"
    ],
    "goods": "商品"
  },
  "refused": {
    "empty": "文件夹里没有文件。先放进要留的证据",
    "many": "证据超过 {most} 份。先去掉无关的，或者分成几包",
    "many_texts": "文本超过 {most} 份，先去掉不用的",
    "big": "加起来超过 2 GB。大的录像单独存，或者分成几包",
    "big_text": "“{name}”太长，放不进去",
    "unreadable": "“{name}”打不开。可能移走了，或者没有权限",
    "changed": "“{name}”读到一半变了。等它不再变，再做一次",
    "link": "“{name}”是指向别处的链接。换成文件本身",
    "special": "“{name}”不是普通文件，不收",
    "no_folder": "没有“{name}”这个文件夹",
    "inside": "压缩包要放在这个文件夹的外面",
    "there": "“{name}”已经有了，换一个名字",
    "no_room": "写不进“{name}”：{why}",
    "no_archive": "没有“{name}”这个文件"
  },
  "found": {
    "not_zip": {
      "whole": true,
      "words": "这不是 .zip 压缩包"
    },
    "cut_off": {
      "whole": true,
      "words": "压缩包不完整，或者末尾加了东西"
    },
    "too_big": {
      "whole": true,
      "words": "压缩包超过 2 GB，本工具做不出这么大的"
    },
    "zip64": {
      "whole": true,
      "words": "压缩包用了 ZIP64，本工具不用，不读"
    },
    "several_disks": {
      "whole": true,
      "words": "压缩包分了卷，不读"
    },
    "too_many": {
      "whole": true,
      "words": "压缩包里的文件太多，不读"
    },
    "bad_directory": {
      "whole": true,
      "words": "压缩包里的文件表坏了，或者被改过"
    },
    "no_manifest": {
      "whole": true,
      "words": "没有可读的 manifest.json，没法核对"
    },
    "bad_manifest": {
      "whole": true,
      "words": "manifest.json 坏了，或者被改过"
    },
    "other_schema": {
      "whole": true,
      "words": "manifest.json 的版本不是 {schema}，用做它的那一版核对"
    },
    "unreadable": {
      "whole": true,
      "words": "文件读不出来。可能移走了，或者没有权限"
    },
    "compressed": {
      "words": "“{name}”被别的软件重新压缩过，没有核对"
    },
    "encrypted": {
      "words": "“{name}”加了密，没有核对"
    },
    "odd_name": {
      "words": "“{name}”的名字有危险，或者不是本工具起的，没有核对"
    },
    "twice": {
      "words": "“{name}”出现了两次，没有核对"
    },
    "same_but_case": {
      "words": "“{name}”和另一份只差大小写，解压会互相覆盖"
    },
    "overlaps": {
      "words": "“{name}”和另一份占着同一段内容，没有核对"
    },
    "header_differs": {
      "words": "“{name}”在压缩包里的两处记录不一样，没有核对"
    },
    "outside": {
      "words": "“{name}”指到了压缩包外面，没有核对"
    },
    "between": {
      "words": "压缩包里夹着不属于任何文件的内容"
    },
    "missing": {
      "words": "少了“{name}”"
    },
    "extra": {
      "words": "多了“{name}”，目录里没有它"
    },
    "size_differs": {
      "words": "“{name}”的大小和目录里的不一样"
    },
    "content_differs": {
      "words": "“{name}”的内容和目录里的不一样"
    },
    "crc_differs": {
      "words": "“{name}”和压缩包里的 CRC 校验值对不上，解压会报错"
    }
  },
  "outcome": {
    "same": "{count} 份文件和目录里的校验值一致",
    "differs": "{count} 份一致，另有 {wrong} 处不一样",
    "unreadable": "没法核对",
    "more": "还有 {count} 处没有列出",
    "seal": "总校验码（manifest.json 的 SHA-256）：{seal}",
    "made": "做成时间：{made}（按当时那台设备的时钟）",
    "compare": "和你当时记下的总校验码比一比，一样才说明目录也没换过"
  },
  "index": {
    "title": "证据目录",
    "made": "做成时间：{made}（北京时间，按这台设备的时钟）",
    "count": "一共 {count} 份",
    "name": "原名：{name}",
    "proves": "证明：{fact}（{kind}）",
    "size": "大小：{size} 字节",
    "modified": "修改时间：{modified}",
    "masked": "遮住了一部分的副本，原图是“{name}”",
    "masked_hash": "原图的 SHA-256：{hash}",
    "notes": "说明"
  },
  "readable": {
    "small": {
      "measure": "side",
      "below": 150,
      "words": "图很小，字多半看不清。找原图",
      "found": "pixels of the smaller side: of three pages made smaller none below 150 could be read, and every one above 200"
    },
    "faint": {
      "measure": "contrast",
      "below": 3,
      "words": "太暗，或者字和底色太接近。放大看一眼",
      "found": "WCAG 2.2, 1.4.3: text has a contrast of at least 3:1 to its ground, where it is large"
    },
    "blurred": {
      "measure": "clear",
      "below": 4.65,
      "words": "字可能糊了。放大看一眼，每个字都要认得出",
      "found": "widths of an edge in the height of a line: lies between most that could be read and most that could not, of three pages made worse in 37 ways each"
    },
    "nothing": {
      "measure": "lines",
      "below": 3,
      "words": "没看出成行的字。要是文字截图，放大看一眼",
      "found": "lines or parts of them; fewer tell nothing of the others"
    }
  },
  "verifier": {
    "title": "核对证据压缩包",
    "lead": "选一个压缩包。文件不离开这台设备，断网也能核对。",
    "choose": "选压缩包（.zip）",
    "stop": "停下",
    "reading": "正在核对：{percent}%",
    "stopped": "停下了，没有结果",
    "compare": "当时记下的总校验码（可以不填）",
    "seal_same": "总校验码和你填的一样",
    "seal_differs": "总校验码和你填的不一样，目录被换过，或者不是同一包",
    "seal_odd": "总校验码是 64 个数字和字母（a 到 f），核对一下",
    "no_script": "浏览器关了脚本，这一页没法核对。",
    "limits": "超过 2 GB、加密、分卷、被重新压缩过的，本页不读。"
  },
  "notes": [
    {
      "words": "校验值只说明文件从做这个压缩包那天起没有改过。"
    },
    {
      "words": "它不说明内容是真的，也不说明文件更早就有。"
    },
    {
      "words": "时间取自这台设备，没有第三方作证。"
    },
    {
      "words": "手机和原来的聊天、账单、录像都不要删。",
      "articles": [
        "mszj-15"
      ]
    },
    {
      "words": "截图、照片是副本。对方不认的，要拿原来的记录核对。",
      "articles": [
        "mszj-90"
      ]
    },
    {
      "words": "怎么存的、从哪里导出的，法院判断真假的时候会看。",
      "articles": [
        "mszj-93"
      ]
    },
    {
      "words": "打开 verify.html，选这个压缩包，不联网就能核对。"
    },
    {
      "words": "把总校验码另外记下，比如发到自己的邮箱。"
    }
  ]
};
