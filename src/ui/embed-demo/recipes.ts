import type { RecipeId } from '../locales/en/embed-recipes.ts'
import { elementOf, frameOf, scriptOf, type Site } from './snippets.ts'

/** The code of each recipe, for the site that it is read on. */
export function recipeCode(site: Site, link: string): Readonly<Record<RecipeId, readonly string[]>> {
  const { address, version } = site
  const { origin } = new URL(address)
  const script = `${address}embed-${version}.js`
  const install = `npm install ${address}leadership-diagnostic-embed-${version}.tgz`
  const plain = `${scriptOf(site, 'pinned')}\n${elementOf(site, [], link)}`
  return {
    html: [
      plain,
      `<script src="${script}"></script>\n${elementOf(site, [], link)}`,
      `<!-- in the head -->\n<link rel="stylesheet" href="${address}embed-${version}.css">\n\n${plain}`,
    ],
    wordpress: [
      `add_action('wp_enqueue_scripts', function () {
  wp_enqueue_script_module('leadership-diagnostic', '${script}', [], null);
});

// [leadership_diagnostic] in an article
add_shortcode('leadership_diagnostic', fn () => <<<'HTML'
${elementOf(site, [], link)}
HTML);`,
    ],
    react: [
      `export function Diagnostic({ onComplete }) {
  return (
    <>
      <script async type="module" src="${script}" />
      <leadership-diagnostic
        questionnaire="execution-gaps"
        vantage="senior"
        ondiagnostic-complete={(event) => onComplete(event.detail)}
      >
        <a href="${address}">${link}</a>
      </leadership-diagnostic>
    </>
  )
}`,
      `${install}

import { LeadershipDiagnostic } from '@leadership-diagnostic/embed/react'

<LeadershipDiagnostic page="${address}" src="${script}" onComplete={(detail) => keep(detail)} />`,
    ],
    vue: [
      `// vite.config.js
vue({
  template: { compilerOptions: { isCustomElement: (tag) => tag === 'leadership-diagnostic' } },
})`,
      `<leadership-diagnostic questionnaire="execution-gaps" @diagnostic-complete="keep($event.detail)">
  <a href="${address}">${link}</a>
</leadership-diagnostic>`,
      `${install}

import { LeadershipDiagnostic } from '@leadership-diagnostic/embed/vue'

<LeadershipDiagnostic page="${address}" src="${script}" @complete="keep" />`,
    ],
    svelte: [
      `<svelte:head>
  <script type="module" src="${script}"></script>
</svelte:head>

<leadership-diagnostic questionnaire="execution-gaps" ondiagnostic-complete={(event) => keep(event.detail)}>
  <a href="${address}">${link}</a>
</leadership-diagnostic>`,
    ],
    selfHosted: [
      `script-src 'self'; connect-src 'self'; style-src 'self';
require-trusted-types-for 'script'; trusted-types svelte-trusted-html`,
    ],
    otherOrigin: [
      `script-src ${origin}; connect-src ${origin}; style-src ${origin};
require-trusted-types-for 'script'; trusted-types svelte-trusted-html`,
    ],
    consent: [`<script type="text/plain" data-category="…" src="${script}"></script>\n${elementOf(site, [], link)}`],
    runtimes: [`trusted-types svelte-trusted-html 'allow-duplicates'`],
    frame: [`frame-src ${origin}; script-src ${origin}`, frameOf(site, [], `-${version}`)],
    hosts: [`EMBED_HOSTS="https://www.example.org https://news.example.org" npm run build`],
  }
}
