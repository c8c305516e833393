interface TypedArray {
  readonly buffer: ArrayBuffer;
  readonly length: number;
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
 * A typed array with the entries of `old` and room for `length` of them, rounded up. The old buffer goes at once, and the
 * array with it: left to the garbage collector, the buffers of an array that grows add up to more than all that is in use.
 */
export function grown<T extends TypedArray>(
  make: new (buffer: ArrayBuffer, offset: number, length: number) => T,
  old: T,
  length: number,
): T {
  const size = Math.ceil(length);
  const room = roomFor(size * old.BYTES_PER_ELEMENT);
  const bytes = old.length * old.BYTES_PER_ELEMENT;
  new Uint8Array(room).set(new Uint8Array(old.buffer, 0, Math.min(bytes, room.byteLength)));
  old.buffer.transfer(0);
  // Not all that the buffer has room for: arrays of one table stay as long as each other.
  return new make(room, 0, size);
}
