import { defineComponent, h, onBeforeUnmount, onMounted, ref } from 'vue'
import { loadNear } from './load.js'
import { attributesOf, HEARD, linkFor, PROPERTIES } from './wrapper.js'

const props = Object.fromEntries(
  PROPERTIES.map(([property, , takes]) => [property, takes === 'switch' ? Boolean : String]),
)

/** The diagnostic as a component of Vue 3, on a server too. Its compiler need not be told of the tag. */
export const LeadershipDiagnostic = defineComponent({
  name: 'LeadershipDiagnostic',
  props: { ...props, page: { type: String, required: true }, src: String },
  emits: HEARD.map(([name]) => name),
  setup(given, { emit, slots }) {
    const element = ref(null)
    let stop = () => undefined
    onMounted(() => {
      for (const [name, event] of HEARD)
        element.value.addEventListener(event, (heard) => emit(name, heard.detail, heard))
      stop = loadNear(element.value, given.src)
    })
    onBeforeUnmount(() => stop())
    return () =>
      h('leadership-diagnostic', { ...attributesOf(given), ref: element }, [
        slots.default?.() ?? h('a', { href: given.page }, linkFor(given.lang)),
      ])
  },
})
