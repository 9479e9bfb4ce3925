import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'

const loader = new StaticConfigLoader({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // What the formatter writes inside templates is as valid as what it would otherwise be.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // Boxes of one filter share their name: `status=A&status=B`.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // A copied number must hold plain spaces, so the style keeps it on one line.
    'tel-non-breaking': ['error', { ignoreClasses: ['nobr'] }],
    'no-inline-style': 'error',
  },
})

/** Resolved once: for each page anew it takes as long as the page. */
class OnceResolved extends StaticConfigLoader {
  readonly #resolved = loader.getConfigFor('page.html')

  override getConfigFor(): ReturnType<StaticConfigLoader['getConfigFor']> {
    return this.#resolved
  }
}

const validator = new HtmlValidate(new OnceResolved())
const sound = new Set<string>()

/** Fails with every fault html-validate finds in a page. The same page is looked at once. */
export async function assertValid(page: string, name: string): Promise<void> {
  const key = createHash('sha256').update(page).digest('base64')
  if (sound.has(key)) return
  const report = await validator.validateString(page)
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`),
  )
  assert.deepEqual(faults, [])
  sound.add(key)
}
