const TYPED = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input']

function keep(event: Event): void {
  const { key, ctrlKey, altKey, metaKey } = event as KeyboardEvent
  // No event but those of keys has one, and autofill leaves it out there.
  if ((key ?? '').length < 2 && ctrlKey === altKey && !metaKey) event.stopPropagation()
}

/**
 * Keeps what is typed or answered in an element from the page around it, which could hear it, and take it for its own
 * shortcuts. Keys that write nothing are the page's, too. On the element and not on its root: what the root itself
 * listens to comes after, and Svelte leaves out what was stopped.
 */
export function keepTyped(host: HTMLElement): void {
  for (const name of TYPED) host.addEventListener(name, keep)
}
