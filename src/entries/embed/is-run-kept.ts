/**
 * Whether an element's run is on the device, so that its first screen will be another. The key is that of kept-run.ts
 * in the scope of scoped-store.ts, written out: a module that the application has too would be one more request.
 */
export function isRunKept(scope: string, questionnaire: string): boolean {
  try {
    return localStorage.getItem(`leadership-diagnostic.${encodeURIComponent(scope)}.run.${questionnaire}`) !== null
  } catch {
    return false
  }
}
