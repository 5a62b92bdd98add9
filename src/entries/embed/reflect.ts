import { SWITCHES } from 'embed-attributes:element'
import { propertyOf, type AttributeName } from '../../ui/embed/contract.ts'

/** A switch is on where its attribute is present, except for the value "false", which a page may write to mean off. */
export const isOn = (value: string | null) => value !== null && value !== 'false'

/** Gives elements a property for each attribute, which reads and writes that. */
export function reflect(prototype: HTMLElement, names: readonly AttributeName[]): void {
  for (const attribute of names) {
    const isSwitch = SWITCHES.includes(attribute)
    Object.defineProperty(prototype, propertyOf(attribute), {
      get(this: HTMLElement) {
        const value = this.getAttribute(attribute)
        return isSwitch ? isOn(value) : value
      },
      set(this: HTMLElement, value: unknown) {
        if (isSwitch ? !value : value === null || value === undefined) this.removeAttribute(attribute)
        else this.setAttribute(attribute, isSwitch ? '' : String(value))
      },
    })
  }
}
