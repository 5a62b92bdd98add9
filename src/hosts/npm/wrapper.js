import { ATTRIBUTES, EVENTS, LINKS } from './names.js'

const camel = (name) => name.replace(/-./g, (dash) => dash.slice(1).toUpperCase())

/** The attributes by the names of their properties: `colorScheme`, `color-scheme`. */
export const PROPERTIES = Object.entries(ATTRIBUTES).map(([name, takes]) => [camel(name), name, takes])

/** The events by the names that a component gives them: `progress`, `diagnostic-progress`. */
export const HEARD = EVENTS.map((name) => [camel(name.replace('diagnostic-', '')), name])

/** The attributes to write for a component's properties. */
export function attributesOf(props) {
  const attributes = {}
  for (const [property, name] of PROPERTIES) {
    const value = props[property]
    if (value !== undefined && value !== null && value !== false) attributes[name] = value === true ? '' : value
  }
  return attributes
}

/** The words of the link that stands there until the diagnostic does. */
export const linkFor = (lang) => LINKS[lang] ?? Object.values(LINKS)[0]
