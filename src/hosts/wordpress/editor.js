;(function (wp, contract) {
  const h = wp.element.createElement
  const { InspectorControls, useBlockProps } = wp.blockEditor
  const { PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = wp.components

  /** What a host reads of a field, without the marks of code. */
  const plain = (text) => text.replaceAll('`', '')

  function control(field, value, set) {
    const common = { key: field.name, label: field.name, help: plain(field.means) }
    if (field.takes === 'switch') return h(ToggleControl, { ...common, checked: value === true, onChange: set })
    const options = field.options ?? (Array.isArray(field.takes) ? field.takes.map((one) => [one, one]) : null)
    if (!options) return h(TextControl, { ...common, value: value ?? '', onChange: (text) => set(text || undefined) })
    const listed = [['', '—'], ...options].map(([one, label]) => ({ value: one, label }))
    return h(SelectControl, {
      ...common,
      value: value ?? '',
      options: listed,
      onChange: (one) => set(one || undefined),
    })
  }

  function Edit({ attributes, setAttributes }) {
    const controls = contract.fields.map((field) =>
      control(field, attributes[field.property], (value) => setAttributes({ [field.property]: value })),
    )
    const chosen = contract.fields
      .filter(({ property }) => attributes[property])
      .map(({ name, property }) => (attributes[property] === true ? name : `${name}: ${attributes[property]}`))
    const page = attributes.page || contract.page
    const missing = page ? [] : ['Name the diagnostic’s page in “page”: links lead there.']
    return h(
      'div',
      useBlockProps(),
      h(InspectorControls, null, h(PanelBody, { title: 'Leadership diagnostic' }, controls)),
      h(Placeholder, {
        icon: 'forms',
        label: 'Leadership diagnostic',
        instructions: [...chosen, ...missing].join('; ') || 'It is shown on the published page.',
      }),
    )
  }

  wp.blocks.registerBlockType(contract.block, { edit: Edit, save: () => null })
})(window.wp, window.leadershipDiagnosticContract)
