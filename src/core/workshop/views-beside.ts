import { namesOf } from './names-of.ts'
import { isPast, type Snapshot } from './snapshot.ts'

/** In views. */
const FEW = 4

/** The views that have people in common with these, or with another such view, in their order. */
export function connectedViews(views: readonly Snapshot[], people: readonly string[]): readonly Snapshot[] {
  const connected = new Set<Snapshot>()
  if (views.length <= FEW) {
    // Without a set of everybody, which takes longer than the few views do.
    const reached = [people]
    for (const list of reached)
      for (const view of views) {
        const own = namesOf(view.entries)
        if (connected.has(view) || !list.some((id) => own.has(id))) continue
        connected.add(view)
        reached.push(view.entries)
      }
    return views.filter((view) => connected.has(view))
  }
  const reached = new Set(people)
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
