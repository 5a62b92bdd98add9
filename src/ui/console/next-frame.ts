/** Lets the page draw and answer, where somebody looks at it. */
export const nextFrame = (): Promise<void> =>
  document.hidden ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve))
