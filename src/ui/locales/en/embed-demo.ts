/** What the page about the embed says, around its recipes. For editors and developers, in English alone; `code` is marked so. */
export const embedDemoTexts = {
  over: 'For editors and developers',
  title: 'The diagnostic in an article',
  lead: 'Paste two lines, and readers take the diagnostic where they are. Below it runs as it would in an article. Switch what you like: the sample changes, and so do the lines to paste.',
  contents: 'On this page',
  /** What stands in the element where there is no script, in the language it is in. */
  links: { en: 'Take the leadership self-diagnostic', fr: 'Faire l’autodiagnostic du leadership' },
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',

  snippet: {
    title: 'The lines to paste',
    legend: 'Which script',
    ways: {
      latest: {
        label: 'Always the latest',
        hint: '`embed.js`: less than 3 KB until the diagnostic is near the viewport, then the rest.',
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
      'The link inside the element is shown where there is no script, and until the diagnostic is there. The script may stand anywhere, and more than once.',
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
      'They bubble out of the element, so one listener on the document hears them all. A frame’s are told to the `iframe` element under the same names. The details always hold `questionnaire`, `version` and `items`, and never an answer.',
    methodsAbout: '`open()` loads the diagnostic now, wherever the element is. Everything else is attributes.',
    unset: 'not set',
    isSet: 'Set',
    types: 'The same for editors and compilers, as a manifest, as types, and as types of the tag in templates:',
  },

  attributes: {
    questionnaire:
      'Which questionnaire: one of those here by its id, or an `https:` address of one as a file. Without it, `execution-gaps`.',
    lang: '`en` or `fr`. Without it, the language of the article.',
    'color-scheme': '`light` or `dark`. Without it, what the page has in its own `color-scheme`.',
    vantage: '`senior`, `middle` or `close`: selects where the reader sees the organisation from. They can change it.',
    start: '`item` begins with the first statement, without the introduction.',
    variant: '`teaser` shows one statement. Answering it opens the diagnostic in its place, with that answer kept.',
    'link-target': 'Where links to canonical answers open: `_blank`, `_self`, `_top` or `_parent`.',
    'action-label': 'What you lead to under a result, in words. It needs an address too.',
    'action-href': 'The address of what you lead to.',
    'share-scores':
      'Present where you want the scores of a finished run. Readers are told so before they begin, with the name of your site.',
    answer:
      'The canonical answer that your page shows, by its slug or its address. It is then neither recommended nor linked.',
    page: 'The page that share links open. Without it, the diagnostic’s own.',
    'keep-as':
      'The name under which the run is kept in this browser. Without it, the page’s path with the element’s id or place.',
  },

  look: {
    '--diagnostic-font': 'All text. Without it, the font of the article.',
    '--diagnostic-heading-font': 'Headings and statements. Without it, as all text.',
    '--diagnostic-ink': 'Text.',
    '--diagnostic-soft': 'Text that matters less. Keep its contrast at 4.5 to 1.',
    '--diagnostic-paper': 'The ground. Without it, what is behind the element.',
    '--diagnostic-wash': 'The ground of what is selected.',
    '--diagnostic-rule': 'Hairlines.',
    '--diagnostic-accent': 'Links, filled buttons, focus.',
    '--diagnostic-on-accent': 'Text on filled buttons.',
  },

  parts: {
    diagnostic: 'All of it.',
    heading: 'The question, the statement, and the first sentence of a result.',
    option: 'An answer to choose.',
    button: 'A filled button.',
    action: 'Your own link under a result.',
    result: 'The result.',
  },

  events: {
    'diagnostic-ready': 'It is there and can be used.',
    'diagnostic-start': 'The reader has begun.',
    'diagnostic-progress': 'More was answered: `answered` says how much.',
    'diagnostic-complete':
      'The result is shown for the first time, with `answered`. With `share-scores` also `scores`: by concept, 0 to 100, `null` where too little was answered.',
    'diagnostic-link': 'A canonical answer was opened: `answer` is its slug, `url` its address.',
  },
}
