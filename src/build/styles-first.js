const sheets = {}

const isThere = (address) => [...document.styleSheets].some(({ href }) => href === address)

const addSheet = (href) =>
  new Promise((resolve, reject) => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'stylesheet', crossOrigin: '', href })
    link.addEventListener('load', resolve)
    link.addEventListener('error', () => {
      delete sheets[href]
      link.remove()
      reject(new TypeError(href))
    })
    document.head.append(link)
  })

export const __vitePreload = async (load, files, base) => {
  await Promise.all(
    files.map((file) => {
      const { href } = new URL(file, base)
      return isThere(href) || (sheets[href] ??= addSheet(href))
    }),
  )
  return load()
}
