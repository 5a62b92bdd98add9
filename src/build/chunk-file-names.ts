/**
 * File names of chunks, below a folder. The texts of each language are in files of
 * the same names, so that a language is part of the name: `take.fr-1a2b3c4d.js`.
 *
 * @param hashed how many characters tell two contents apart
 */
export const chunkFileNames =
  (folder: string, hashed = 8) =>
  ({ name, facadeModuleId }: { readonly name: string; readonly facadeModuleId?: string | null }): string => {
    const language = /\/locales\/([a-z-]+)\/[^/]+$/i.exec(facadeModuleId ?? '')?.[1]
    // The bundler's own name of its runtime is written into each script that hosts load, where bytes are counted.
    return `${folder}/${name.replace('rolldown-', '')}${language ? `.${language}` : ''}-[hash:${hashed}].js`
  }
