/** A web stream over chunks, pulled one at a time. Cancelling it ends the source. */
export const toWebStream = (chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const result = await iterator.next();
        if (result.done === true) controller.close();
        else controller.enqueue(result.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
};

/** The chunks of a web stream. Leaving the loop early cancels the stream; `signal` rejects between chunks. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let finished = false;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) {
        finished = true;
        return;
      }
      yield value;
    }
  } catch (error) {
    finished = true;
    await reader.cancel(error).catch(() => undefined);
    throw error;
  } finally {
    if (!finished) await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/** Bytes in memory as chunks of 64 KiB, the size the seal works in. */
export async function* chunksOfBytes(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 65_536;
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    // Gives other work a turn: a long file in memory has no input or output that would.
    if (at % (16 * size) === 0) await new Promise(setImmediate);
  }
}

/** All chunks as one array of bytes. */
export const collectBytes = async (chunks: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    parts.push(chunk);
  }
  return Buffer.concat(parts);
};
