// Reads, from a render batch of a circuit, the event handlers that it attaches. Little endian: five positions at its end lead to its parts.
const FRAME = 20;
const ATTRIBUTE = 3;

/** Pairs of an event's name without "on" and its handler's number, in the order of the document. */
export function handlersIn(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const foot = bytes.byteLength - 20;
  const [frames, strings] = [view.getInt32(foot + 4, true), view.getInt32(foot + 16, true)];
  const found = [];
  for (let at = frames + 4, left = view.getInt32(frames, true); left > 0; at += FRAME, left--) {
    if (view.getInt32(at, true) !== ATTRIBUTE) continue;
    const handler = Number(view.getBigUint64(at + 12, true));
    const name = textAt(bytes, view, view.getInt32(strings + 4 * view.getInt32(at + 4, true), true));
    if (handler > 0 && name.startsWith('on')) found.push([name.slice(2), handler]);
  }
  return found;
}

function textAt(bytes, view, position) {
  let [length, shift] = [0, 0];
  for (let more = true; more; shift += 7) {
    const byte = bytes[position++];
    length |= (byte & 0x7f) << shift;
    more = byte > 0x7f;
  }
  return new TextDecoder().decode(bytes.subarray(position, position + length));
}
