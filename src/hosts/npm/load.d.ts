/** Loads the element once for the whole page: from an address of your own, or in one file from this package. */
export declare function load(src?: string): Promise<unknown>
/** Loads it when an element comes near the viewport. Returns a function that stops looking. */
export declare function loadNear(element: Element, src?: string): () => void
