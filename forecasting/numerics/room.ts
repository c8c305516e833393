interface TypedArray {
  readonly buffer: ArrayBuffer;
  readonly BYTES_PER_ELEMENT: number;
}

const [large, ownBlock] = [1_000_000, 34_000_000] as const;

/**
 * A buffer of at least so many bytes, a multiple of 8. C libraries keep what is let go of blocks up to 32 MB for blocks
 * to come: of each fit something would stay. A larger block goes back to the system, which lends memory only for what
 * was written of it: so a block of some size is made larger than it need be.
 */
export function roomFor(bytes: number): ArrayBuffer {
  const room = bytes > large ? Math.max(bytes, ownBlock) : bytes;
  return new ArrayBuffer(8 * Math.ceil(room / 8));
}

/**
 * The buffer of a typed array with room for `length` elements. The old one goes at once, and the array with it: left
 * to the garbage collector, the buffers of an array that grows add up to more than all that is in use.
 */
export function grown({ buffer, BYTES_PER_ELEMENT }: TypedArray, length: number): ArrayBuffer {
  const room = roomFor(length * BYTES_PER_ELEMENT);
  new Uint8Array(room).set(new Uint8Array(buffer, 0, Math.min(buffer.byteLength, room.byteLength)));
  buffer.transfer(0);
  return room;
}
