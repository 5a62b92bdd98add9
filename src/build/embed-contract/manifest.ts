import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  describeAttribute,
  embedReference,
  EVENTS,
  propertyOf,
  REFLECTED,
  TAKEN,
  type AttributeName,
} from '../../ui/embed/contract.ts'
import { union, writeFields } from './type-text.ts'

const CLASS = 'LeadershipDiagnostic'
const TAG = 'leadership-diagnostic'
const MODULE = 'embed.js'

function typeOf(name: AttributeName): string {
  const takes = ATTRIBUTES[name]
  if (takes === 'text') return 'string'
  return takes === 'switch' ? 'boolean' : union(takes)
}

const described = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, description]) => ({ name, description }))

/** The custom elements manifest, from which editors complete and explain the tag. */
export function manifest(): string {
  const { element, attributes, events, methods, slots, customProperties, parts } = embedReference()
  const fieldOf = (name: AttributeName) => (REFLECTED.includes(name) ? { fieldName: propertyOf(name) } : {})
  const declaration = {
    kind: 'class',
    customElement: true,
    name: CLASS,
    tagName: TAG,
    description: element,
    superclass: { name: 'HTMLElement' },
    attributes: ATTRIBUTE_NAMES.map((name) => ({
      name,
      description: describeAttribute(attributes[name]),
      type: { text: typeOf(name) },
      ...fieldOf(name),
    })),
    members: [
      ...REFLECTED.map((attribute) => ({
        kind: 'field',
        name: propertyOf(attribute),
        attribute,
        reflects: true,
        description: describeAttribute(attributes[attribute]),
        type: { text: ATTRIBUTES[attribute] === 'switch' ? 'boolean' : `${typeOf(attribute)} | null` },
      })),
      ...described(methods).map((method) => ({ kind: 'method', ...method, return: { type: { text: 'void' } } })),
    ],
    events: EVENTS.map((name) => ({
      name,
      description: events[name].means,
      type: { text: `CustomEvent<${writeFields({ ...TAKEN, ...events[name].detail })}>` },
    })),
    slots: described(slots),
    cssProperties: described(customProperties),
    cssParts: described(parts),
  }
  const reference = { name: CLASS, module: MODULE }
  const exports = [
    { kind: 'js', name: CLASS, declaration: reference },
    { kind: 'custom-element-definition', name: TAG, declaration: reference },
  ]
  const module = { kind: 'javascript-module', path: MODULE, declarations: [declaration], exports }
  return `${JSON.stringify({ schemaVersion: '1.0.0', modules: [module] }, null, 2)}\n`
}
