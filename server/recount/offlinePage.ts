import { createHash } from 'node:crypto'
import { translateBy } from '../../shared/i18n/dictionary.ts'
import { recountWords } from '../../shared/i18n/recountWords.ts'

/**
 * The page on which ballots are counted as one HTML file with script, styles and words in it. Its own policy lets it run just
 * these, and send nothing.
 *
 * @param script a whole program that needs no import
 */
export function offlinePage(script: string, styles: string): string {
  // Within an element of HTML, text ends at its closing tag.
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim()
  // Fonts are files of their own: the page goes without.
  const rules = styles
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll('</style', '<\\/style')
    .trim()
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'`,
    `style-src '${hashOf(rules)}'`,
    'img-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${english('recount:title')}</title>
<style>${rules}</style>
</head>
<body class="govuk-template__body">
<div class="govuk-width-container"><main class="govuk-main-wrapper">
<p class="govuk-body">${english('recount:withoutScriptOffline')}</p>
<p class="govuk-body" lang="cy">${welsh('recount:withoutScriptOffline')}</p>
</main></div>
<script>${code}</script>
</body>
</html>
`
}

const english = translateBy(recountWords('en'), 'en')
const welsh = translateBy(recountWords('cy'), 'cy')

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
