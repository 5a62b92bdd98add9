/** A name after "de", which loses its vowel before another. */
export const ofName = (name: string): string => (/^[aeiouyàâäéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`)
