import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
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

/** Fails with every fault html-validate finds in a page. */
export async function assertValid(page: string, name: string): Promise<void> {
  const report = await validator.validateString(page)
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${name}:${line} ${ruleId}: ${message}`),
  )
  assert.deepEqual(faults, [])
}
