/** A file's bytes in pieces. */
export async function* fileBytes(file: Blob): AsyncGenerator<Uint8Array> {
  // Not every browser can iterate a stream.
  const reader = file.stream().getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
}
