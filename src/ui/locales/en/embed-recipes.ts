import { takeTexts } from './take.ts'

/** The recipes of the page about the embed, and answers for a security review. `code` is marked so. */
export const embedRecipeTexts = {
  recipes: 'Recipes',
  sections: {
    html: {
      title: 'A page of HTML',
      code: ['The page', 'Where the first screen shows it', 'The same, with the space kept'],
      paragraphs: [
        'Paste the lines where the diagnostic should stand.',
        'Where your first screen shows it, something below would move when it comes. Put the script right before the element instead, without `type="module"`: it then runs where it stands, so that nothing is below it yet (a layout shift of 0), and where it never comes no space is left empty. The rest of the article waits for its 12 KB. If that may not be, add the style sheet `embed.css` to the head: it keeps the space before the script is there, for eight seconds at most, and not while a consent manager holds the script back.',
        'What stands beside consent managers, tag managers and analytics is in `embed-recipes.md`, to be read without scripts.',
      ],
    },
    wordpress: {
      title: 'WordPress',
      code: ['functions.php'],
      paragraphs: [
        'Who may post any HTML pastes the lines into a Custom HTML block. Everybody else would lose the tags when they save: install the plugin that every build writes, `leadership-diagnostic-wordpress-X.Y.Z.zip`, which has a block with all of this in its sidebar and a shortcode. Or let the theme load the script and offer a shortcode, as here. `wp_enqueue_script_module` needs WordPress 6.5; `null` keeps it from adding a version of its own.',
      ],
    },
    react: {
      title: 'React 19 and Next',
      code: ['The component', 'With the package'],
      paragraphs: [
        'React 19 sets attributes and properties and listens to events by `on` and their name. It writes the script once, however many elements there are, and on the server too. To import it instead, take the package: a bundler may read a copy of `embed.js` as a classic script. On a server both touch no `window` and define nothing.',
        'For types, put `embed.d.ts` and `embed-react.d.ts` among your sources. Or install the package, which has them and a component for React 18 and later: by its address, since it is in no registry and its name could be registered by anybody.',
      ],
    },
    vue: {
      title: 'Vue 3',
      code: ['The build', 'The template', 'With the package'],
      paragraphs: [
        'Tell the compiler that the element is not a component of yours. For types, put `embed.d.ts` and `embed-vue.d.ts` among your sources. The package has them, and a component of which the compiler need not be told.',
      ],
    },
    svelte: {
      title: 'Svelte 5',
      code: ['The page'],
      paragraphs: [
        'Put the script into `app.html`, or into `<svelte:head>`. If your page runs under trusted types, read what is said below about two runtimes. For types, put `embed.d.ts` and `embed-svelte.d.ts` among your sources.',
      ],
    },
    selfHosted: {
      title: 'A strict policy, hosted by yourself',
      code: ['Content-Security-Policy'],
      paragraphs: [
        "Copy all that begins with `embed` and the folder `assets/embed/` to one place of your server. These directives are all that the diagnostic adds to a policy that begins with `default-src 'none'`.",
        'No style sheet is written into the page and no style attribute: `style-src` needs nothing, but for `embed.css` if you link it. No image is loaded, no frame, no worker, no font.',
        'Share links lead to the folder that the script is in. Unless the whole site of the diagnostic is there, name its page in `page`.',
      ],
    },
    otherOrigin: {
      title: 'A strict policy, loaded from here',
      code: ['Content-Security-Policy'],
      paragraphs: [
        'The parts that are loaded later come from where the script came from, and from nowhere else. `connect-src` is used only for a questionnaire that you keep at an address of your own, whose origin then belongs there too.',
      ],
    },
    consent: {
      title: 'A consent manager',
      code: ['The page'],
      paragraphs: [
        'Most consent managers change the `type` of a script and, after consent, run it as a classic one. The element’s script runs in either way, from wherever it comes. Until then the link inside the element is there.',
      ],
    },
    runtimes: {
      title: 'If your page runs Svelte itself',
      code: ['Content-Security-Policy'],
      paragraphs: [
        'Two Svelte runtimes in one document make a trusted-types policy of the same name, which a browser refuses unless the header allows it:',
      ],
    },
    frame: {
      title: 'The frame',
      code: ['Content-Security-Policy', 'A version of your choice'],
      paragraphs: [
        'The script sizes each frame with `data-leadership-diagnostic` to its content, tells it which colour scheme your page is in (`data-scheme="dark"` says so outright), and gives you the events on the `iframe` element. Both sides check the origin and the source of every message. Without the script the frame scrolls. Take the border away in your style sheet: `iframe[data-leadership-diagnostic] { border: 0 }`. If you sandbox it, allow `allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads`. Without `allow-same-origin` it works too, and says that nothing is kept.',
      ],
    },
    hosts: {
      title: 'Who may frame it',
      code: ['The build of the diagnostic’s site'],
      paragraphs: [
        'Whoever builds the diagnostic’s site names the sites that may frame it, separated by spaces. They are written into `frame-ancestors` of `embed.html` and of `embed-X.Y.Z.html`. Unless they are named, only the site itself may.',
      ],
    },
  },

  facts: [
    {
      id: 'versions',
      title: 'Pin a version, and roll back',
      paragraphs: [
        'The name with a version always gives the same diagnostic, and may be cached for good. Roll back by naming the version before. `embed.js` is the latest, and is asked for anew after five minutes. Of a frame, both names have a version: `embed-X.Y.Z.html` for the page and `embed-frame-X.Y.Z.js` for the script beside it. `embed-releases.json` lists every version that was released, with a hash of each of its files, and no build may change them.',
        'A deploy may replace everything: each build carries all released versions, with the parts that they ask for in `assets/embed/` and their lines in `_headers`. A page that was open before goes on. The lines of an `embed-X.Y.Z.html` say who may frame it: without them anybody may.',
        'An integrity value covers one file. On the self-contained script that is everything. On `embed.js` or `embed-X.Y.Z.js` it would cover the few kilobytes that begin, and none of the parts that are loaded later: do not use it there and call it safe.',
      ],
    },
    {
      id: 'privacy',
      title: 'What is kept, and what you get',
      paragraphs: [
        'Answers are kept in the local storage of the reader’s browser, on your origin, under keys that begin with `leadership-diagnostic.` and the name in `keep-as`. Give that name where one run should go on across several of your articles, or where an address changes. A frame keeps them under its own origin, apart for each site that frames it, as browsers do.',
        '“Delete everything on this device” removes every key that begins so, and nothing of yours. There are no cookies, no analytics, and no requests but for the diagnostic’s own files.',
        `You get the events above: ids, a version and counts, never an answer, never where the reader sits. With \`share-scores\` you also get the scores when a result is first reached. The reader is told before the first answer: “${takeTexts.sharesScores('[your site]')}” Beside it is a link to the diagnostic’s own page, where nobody gets them. If you store scores beside anything that says who the reader is, say so in your own notice.`,
        'A result itself is yours only where a reader hands it off. You say in `hand-off-purpose` what you want it for, and in `hand-off-to` where you send it; a listener on the element cancels `diagnostic-hand-off-offer` to say that it takes results, or nothing is offered. The reader sees your origin, your words and that address, chooses a summary or every answer, sees all of it as you will get it, and presses. You get `diagnostic-hand-off`, and send it yourself: the diagnostic makes no request. In a frame the message goes to the origin of the page around it, which the reader is shown, and to no other. `embed-recipes.md` has the lines.',
        'Nothing technical stops a script on your page from reading what your page shows, as with any element. Where that matters, use the frame.',
      ],
    },
    {
      id: 'manners',
      title: 'Manners',
      paragraphs: [
        'Nothing but the small script is loaded until the element is within 800 pixels of the viewport. The space is kept, so the article does not move. Focus is never taken on load and moves only inside. Number keys answer only while focus is inside. The address, the history and the title of your page stay as they are. Nothing is put on `window`, into your head or onto a prototype. Motion is left out for readers who ask for less. Removed from the page, it leaves nothing behind but what it has kept; put back, it goes on.',
      ],
    },
    {
      id: 'limits',
      title: 'Limits',
      paragraphs: [
        'What you have written and cannot be as you meant it is said in the console, with its remedy: an element closed by `/>`, whose page is shown below it; several of one questionnaire without an id, which one put above another would mix up; a focus trap that keeps Tab out; a `result-page` of another site; a hand-off without a listener.',
        'It needs `light-dark()` in style sheets: Chrome and Edge 123, Firefox 120, Safari 17.5, or later. Where it cannot run or cannot be loaded, the link inside the element stays.',
        'A printed article has a sentence and a link in the place of the diagnostic or, with a result, its brief. The printed report belongs to the diagnostic’s own page, to which share links lead. The column should have 280 pixels or more.',
      ],
    },
  ],
}

export type RecipeId = keyof typeof embedRecipeTexts.sections
