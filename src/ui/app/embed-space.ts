/** The forms of the diagnostic that differ in height when it appears. */
export type Kind = 'whole' | 'item' | 'teaser' | 'told'

/**
 * Reserves the height that the diagnostic will take, by the width of its column, so
 * that the article below does not move when it appears. Measured with a wide font,
 * in every language.
 *
 * @param of the selector of the element that holds the space
 */
export const spaceStyles = (of: (kind: Kind) => string) => `${of('whole')} {
  font-size: clamp(16px, 1em, 20px);
  min-block-size: calc(var(--tall) + var(--more));
  --tall: 114em;
  --more: 0em;
}
@container (min-inline-size: 300px) { ${of('whole')} { --tall: 105em; } }
@container (min-inline-size: 320px) { ${of('whole')} { --tall: 100em; } }
@container (min-inline-size: 400px) { ${of('whole')} { --tall: 90em; } }
@container (min-inline-size: 480px) { ${of('whole')} { --tall: 85em; } }
@container (min-inline-size: 560px) { ${of('whole')} { --tall: 81em; } }
${of('item')} { --tall: 58em; }
${of('teaser')} { --tall: 48em; }
@container (min-inline-size: 400px) { ${of('item')} { --tall: 53em; } ${of('teaser')} { --tall: 42em; } }
${of('told')} { --more: 13em; }`
