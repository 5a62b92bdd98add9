import type { EmbedOptions } from '../../ui/embed/contract.ts'
import { schemeByText } from './scheme-by-text.ts'

/** Reads the host's font from its element, because a style sheet here cannot refer to it, and its colour scheme. */
export function takeLook(frame: HTMLElement, host: HTMLElement, options: EmbedOptions): void {
  frame.style.setProperty('--host-font', getComputedStyle(host).fontFamily)
  const scheme = options['color-scheme'] ?? schemeByText(host)
  if (scheme === 'light' || scheme === 'dark') frame.dataset['scheme'] = scheme
  else delete frame.dataset['scheme']
}
