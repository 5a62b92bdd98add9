/** The replacement of a text, made in one step or in two. */
function standInOf({ addedNodes, previousSibling, nextSibling }: MutationRecord): ChildNode | undefined {
  const beside = [previousSibling, nextSibling, previousSibling?.nextSibling, nextSibling?.previousSibling]
  return (addedNodes[0] ?? beside.find((node) => node?.nodeName === 'FONT')) as ChildNode | undefined
}

/**
 * Lets texts that change in place be seen in a page that the browser translates.
 *
 * Translators take a text node out and put an element with other words in its
 * place. Svelte goes on writing to the node it made, which is no longer shown:
 * the words of the statement before would stand. Each text that was taken out is
 * watched, and where it changes, its new words take the place of the old
 * translation, in a new element each time, since a translator that is late with
 * the old words writes them to where it read them.
 *
 * A text that stands alone in an {#if} or the like would be removed without its
 * translation, so there is none: tests/unit/translated-texts.test.ts.
 *
 * @returns a function that stops it
 */
export function outlastTranslation(root: Node): () => void {
  const standIns = new WeakMap<Node, ChildNode>()
  /** Nodes that have changed where they stood, so that what takes their place may be the words from before. */
  const changed = new WeakSet<Node>()

  function show(text: Node): void {
    const words = document.createElement('font')
    words.append(text.textContent ?? '')
    standIns.get(text)?.replaceWith(words)
    standIns.set(text, words)
  }

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const { type, target } = record
      if (type === 'characterData') {
        // Where the reader has asked for the original, it stands in its place again.
        if (target.isConnected) changed.add(target)
        else if (standIns.has(target)) show(target)
        continue
      }
      for (const text of record.removedNodes) {
        if (!(text instanceof Text) || text.isConnected) continue
        const standIn = standInOf(record)
        if (!standIn) continue
        standIns.set(text, standIn)
        observer.observe(text, { characterData: true })
        if (changed.has(text)) show(text)
      }
    }
  })
  observer.observe(root, { childList: true, characterData: true, subtree: true })
  return () => observer.disconnect()
}
