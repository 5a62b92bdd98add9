/** A QR picture: its width in modules, and the dark ones as one path. */
export interface QrModules {
  readonly size: number
  readonly path: string
}

/** The white margin that readers need, in modules. ISO/IEC 18004, 6.3.8. */
const QUIET = 4

/**
 * Draws a text as a QR picture; each run of dark modules is a rectangle.
 *
 * @param sturdy readable with a quarter of it covered
 *
 * @throws where the writer cannot be loaded, or the text is too long
 */
export async function qrModules(text: string, sturdy = false): Promise<QrModules> {
  const { encodeQR } = await import('qr')
  const rows = encodeQR(text, 'raw', { ecc: sturdy ? 'quartile' : 'medium', border: QUIET })
  const runs = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  )
  return { size: rows.length, path: runs.join('') }
}
