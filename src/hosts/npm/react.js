import { createElement, useEffect, useRef } from 'react'
import { loadNear } from './load.js'
import { attributesOf, HEARD, linkFor, PROPERTIES } from './wrapper.js'

const listenerOf = (name) => `on${name[0].toUpperCase()}${name.slice(1)}`
const OWN = new Set([...PROPERTIES.map(([property]) => property), ...HEARD.map(([name]) => listenerOf(name))])

/** The diagnostic as a component of React 18 and later, on a server too. */
export function LeadershipDiagnostic({ src, className, children, ...props }) {
  const element = useRef(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const node = element.current
    const listeners = HEARD.map(([name, event]) => {
      const listen = (heard) => latest.current[listenerOf(name)]?.(heard.detail, heard)
      node.addEventListener(event, listen)
      return () => node.removeEventListener(event, listen)
    })
    const ends = [...listeners, loadNear(node, src)]
    return () => ends.forEach((end) => end())
  }, [src])
  const others = Object.fromEntries(Object.entries(props).filter(([name]) => !OWN.has(name)))
  const content = children ?? createElement('a', { href: props.page }, linkFor(props.lang))
  const written = { ...others, ...attributesOf(props), ...(className ? { class: className } : {}), ref: element }
  return createElement('leadership-diagnostic', written, content)
}
