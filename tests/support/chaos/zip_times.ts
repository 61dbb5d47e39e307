/** Where the records of a ZIP have what is needed here (APPNOTE 4.3). */
const CENTRAL = { signature: 0x02014b50, time: 12, nameLength: 28, local: 42, name: 46 };
const LOCAL = { time: 10, name: 30 };
const END = { signature: 0x06054b50, length: 22, entries: 10, directory: 16 };

/** The bytes of a small ZIP with no times in them: those of its files, and the digits in their names. */
export function withoutTimes(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END.length;
  if (view.getUint32(end, true) !== END.signature) throw new Error("this is no ZIP without a comment");
  let at = view.getUint32(end + END.directory, true);
  for (let left = view.getUint16(end + END.entries, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL.signature) throw new Error("the directory of the ZIP is broken");
    const local = view.getUint32(at + CENTRAL.local, true);
    const length = view.getUint16(at + CENTRAL.nameLength, true);
    for (const record of [at + CENTRAL.time, local + LOCAL.time]) view.setUint32(record, 0);
    for (const name of [at + CENTRAL.name, local + LOCAL.name]) {
      blankDigits(bytes.subarray(name, name + length));
    }
    const [extra, comment] = [at + CENTRAL.nameLength + 2, at + CENTRAL.nameLength + 4];
    at += CENTRAL.name + length + view.getUint16(extra, true) + view.getUint16(comment, true);
  }
  return bytes;
}

function blankDigits(name: Uint8Array): void {
  for (const [i, byte] of name.entries()) if (byte >= 0x30 && byte <= 0x39) name[i] = 0x30;
}
