/** Before the code of the answers so far, where the rest of the page cannot be loaded, in English. */
export const noteCode: string =
  'To be safe, note this code. It holds your answers so far, and opens them on any device:'
