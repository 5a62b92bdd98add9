import type { Exporter } from '../core/ports.ts'

/** The clipboard, the share sheet, downloads and the printer of a browser. */
export function browserExporter(browser: Window): Exporter {
  const { document, navigator } = browser
  return {
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        return false
      }
    },
    share:
      typeof navigator.share === 'function'
        ? async (title, passed) => {
            try {
              await navigator.share({ title, ...passed })
            } catch {
              // Closing the sheet also rejects, and needs no message.
            }
          }
        : null,
    download(name, type, content) {
      const address = URL.createObjectURL(new Blob([content as BlobPart], { type }))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // Some browsers read the address only after the present task.
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    },
    print: () => browser.print(),
  }
}
