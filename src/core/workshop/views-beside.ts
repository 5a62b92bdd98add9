import { isPast, type Snapshot } from './snapshot.ts'

/** The views that have people in common with these, or with another such view, in their order. */
export function connectedViews(views: readonly Snapshot[], people: readonly string[]): readonly Snapshot[] {
  const reached = new Set(people)
  const connected = new Set<Snapshot>()
  for (let before = -1; before !== connected.size;) {
    before = connected.size
    for (const view of views) {
      if (connected.has(view) || !view.entries.some((id) => reached.has(id))) continue
      connected.add(view)
      for (const id of view.entries) reached.add(id)
    }
  }
  return views.filter((view) => connected.has(view))
}

/**
 * The earlier views beside which a view has to be judged: those that are connected with
 * it. Views of which answers were taken out have nobody in common with any later one
 * (`entriesToShow`), and are not among them.
 *
 * @param people the ids of the view's responses
 */
export const viewsBeside = (earlier: readonly Snapshot[], people: readonly string[]): readonly Snapshot[] =>
  connectedViews(
    earlier.filter((view) => !isPast(view)),
    people,
  )
