/**
 * The readings of the text behind an "=": the text itself and, where it begins so, the
 * text without the "3D" that mail programs write behind an "=" and some never take
 * out. A code may begin with these two signs too, so its check decides.
 */
export const readingsOf = (text: string): readonly string[] => (/^3d/i.test(text) ? [text, text.slice(2)] : [text])
