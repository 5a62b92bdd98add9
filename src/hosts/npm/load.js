/** How far from the viewport the diagnostic begins to load, in pixels. */
const NEAR = 800

let loading

/**
 * Loads the element once for the whole page: from an address of your own, in parts as they are needed, or in one file
 * from this package. Tries again at the next call where that failed.
 */
export function load(src) {
  loading ??= (src ? import(/* @vite-ignore */ /* webpackIgnore: true */ src) : import('./embed.js')).catch((error) => {
    loading = undefined
    throw error
  })
  return loading
}

/** Loads it when an element comes near the viewport. Returns a function that stops looking. */
export function loadNear(element, src) {
  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      // The browser reports what could not be had, and the link inside the element stays.
      load(src).catch(() => undefined)
    },
    { rootMargin: `${NEAR}px 0px` },
  )
  near.observe(element)
  return () => near.disconnect()
}
