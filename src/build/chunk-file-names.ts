/**
 * File names of chunks, below a folder. The texts of each language are in files of
 * the same names, so that a language is part of the name: `take.fr-1a2b3c4d.js`.
 */
export const chunkFileNames =
  (folder: string) =>
  ({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId?: string | null }): string => {
    const language = /\/locales\/([a-z-]+)\/[^/]+$/i.exec(facadeModuleId ?? '')?.[1]
    return `${folder}/${name}${language ? `.${language}` : ''}-[hash].js`
  }
