/** A union of strings, as TypeScript writes it. */
export const union = (values: readonly string[]) => values.map((value) => `'${value}'`).join(' | ')

/** An object's type, as TypeScript writes it. */
export function writeFields(fields: Readonly<Record<string, string>>, modifier = ''): string {
  const members = Object.entries(fields).map(([name, type]) => `${modifier}${name}: ${type}`)
  return `{ ${members.join('; ')} }`
}
