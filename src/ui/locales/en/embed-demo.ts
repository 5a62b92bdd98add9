/**
 * The texts of the page about the embed, around its recipes. For editors and
 * developers, in English alone; `code` is marked so.
 */
export const embedDemoTexts = {
  over: 'For editors and developers',
  title: 'The diagnostic in an article',
  lead: 'Paste two lines, and readers take the diagnostic where they are. Below it runs as it would in an article. Switch what you like: the sample changes, and so do the lines to paste.',
  contents: 'On this page',
  /** The link in the element where there is no script, in the element's language. */
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',

  snippet: {
    title: 'The lines to paste',
    legend: 'Which script',
    ways: {
      latest: {
        label: 'Always the latest',
        hint: '`embed.js`: less than 12 KB, with the first screen in it, then the rest once the diagnostic is near the viewport.',
      },
      pinned: {
        label: 'A version of your choice',
        hint: 'The same with a version in its name. What is under it never changes.',
      },
      whole: {
        label: 'One file with an integrity value',
        hint: 'Everything in one script, for sites that demand Subresource Integrity. Readers load all of it, about 270 KB compressed, near the viewport or not.',
      },
      frame: {
        label: 'A frame',
        hint: 'For sites that allow only iframes. The site of the diagnostic must name yours: see “Who may frame it” below.',
      },
    },
    code: 'To paste into the article',
    rule: 'And into your style sheet',
    alone: 'Open the frame’s page alone',
    fallback:
      'The link inside the element is shown where there is no script, and until the diagnostic is there. The script may stand anywhere, and more than once. Where your first screen shows the diagnostic, one more line keeps what is below from moving: see “A page of HTML” below.',
  },

  sample: {
    title: 'The sample',
    heading: 'Why good plans thin out on the way to Monday',
    before:
      'Most plans are clear in the room in which they are made. What happens to them afterwards is decided elsewhere: by targets that were set for something else, by approvals that take three weeks, by people who stopped mentioning it.',
    after:
      'The paragraph after the diagnostic stays where it is while the diagnostic loads. It moves only when the reader does something.',
    anew: 'Begin anew',
    anewHint: 'Forgets the sample’s own answers. `vantage`, `start` and `variant` bear on a run that has not begun.',
    log: 'Events so far',
    logHint: 'This page takes a hand-off so that it can be tried. It goes no further than this list.',
    none: 'None yet. Answer something.',
  },

  reference: {
    attributes: 'Attributes and properties',
    about:
      'All are optional. Each attribute has a property. `lang` and `color-scheme` change what is shown at once; the others open the diagnostic anew, with the answers kept.',
    property: 'Property',
    look: 'Custom properties',
    lookAbout:
      'Set them on the element or anywhere above it. Font, text size, colour scheme and column width follow the article by themselves, from 280 pixels. A colour may be `light-dark(…, …)`. A frame cannot be reached by them: it has the diagnostic’s own colours.',
    parts: 'Parts',
    partsAbout: 'For `leadership-diagnostic::part(…)` in your style sheet.',
    outlined: 'Outlined in the sample',
    noPart: 'none',
    events: 'Events',
    eventsAbout:
      'They bubble out of the element, so one listener on the document hears them all; the two of a hand-off do not, and are heard on the element alone. A frame’s are told to the `iframe` element under the same names. The details always hold `questionnaire`, `version` and `items`, and never an answer, unless the reader hands them off.',
    unset: 'not set',
    isSet: 'Set',
    types: 'The same for editors and compilers, as a manifest, as types, and as types of the tag in templates:',
  },
}
