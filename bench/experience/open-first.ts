import { request } from '../server.ts'

/** What a person is shown first, over many searches. */
export interface OpenFirst {
  readonly searches: number
  /** Searches for which there are five studies or more that are open and sure. */
  readonly withEnough: number
  /** Of these, how many of the first five studies of the page are open (or soon will be) and sure, on average. */
  readonly mean: number
}

/** What people look for, as they say it. */
const searches: Readonly<Record<'en' | 'fr', readonly string[]>> = {
  en: [
    'breast cancer',
    'asthma',
    'type 2 diabetes',
    'depression',
    'heart failure',
    'my mother has alzheimer',
    'lung cancer',
    'multiple sclerosis',
    'high blood pressure',
    'prostate cancer',
    'stroke',
    'obesity',
    'crohn disease',
    'my son has leukemia',
    'covid-19',
    'psoriasis',
    'kidney failure',
    'migraine',
    'arthritis',
    'HIV',
  ],
  fr: [
    'cancer du sein',
    'asthme',
    'diabète de type 2',
    'dépression',
    'insuffisance cardiaque',
    'ma mère a la maladie d’Alzheimer',
    'cancer du poumon',
    'sclérose en plaques',
    'hypertension',
    'cancer de la prostate',
    'AVC',
    'obésité',
    'maladie de Crohn',
    'mon fils a une leucémie',
    'covid-19',
    'psoriasis',
    'insuffisance rénale',
    'migraine',
    'polyarthrite rhumatoïde',
    'VIH',
  ],
}

/** Searches as the form of the home page sends them, on the server's own day. Throws where a page does not answer. */
export async function openFirst(origin: string): Promise<OpenFirst> {
  const asked: { readonly enough: boolean; readonly sure: number }[] = []
  for (const language of ['en', 'fr'] as const) {
    const form = hiddenFields(await textOf(`${origin}/${language}`))
    for (const q of searches[language]) {
      const query = new URLSearchParams([...form, ['q', q]]).toString()
      const path = `${language === 'fr' ? '/fr' : ''}/search?${query}`
      asked.push({
        enough: (await sureIn(`${origin}/search.json?${query}`)) >= firstShown,
        sure: sureFirst(await textOf(origin + path)),
      })
    }
  }
  const enough = asked.filter((each) => each.enough)
  const sum = enough.reduce((all, { sure }) => all + sure, 0)
  return {
    searches: asked.length,
    withEnough: enough.length,
    mean: sum / Math.max(1, enough.length),
  }
}

const firstShown = 5

/** What the search form of a page sends beside what is typed. */
function hiddenFields(text: string): [string, string][] {
  const [, form = ''] = /<form[^>]*role="search"[^>]*>([^]*?)<\/form>/.exec(text) ?? []
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)
  return [...hidden].map(([, name = '', value = '']) => [name, value])
}

/** How many studies there are that are open and sure. */
async function sureIn(address: string): Promise<number> {
  return (JSON.parse(await textOf(address)) as { readonly counts: { readonly sure: number } })
    .counts.sure
}

/** Of the first cards of a page, those with the tag of a study that is open, or soon will be. */
function sureFirst(text: string): number {
  const cards = text.split(/<li\s+class="hit"/).slice(1, firstShown + 1)
  return cards.filter((card) => /class="status"\s+data-tone="(?:open|soon)"/.test(card)).length
}

async function textOf(address: string): Promise<string> {
  const { status, body } = await request(address)
  if (status !== 200 && status !== 422) throw new Error(`${address} answered ${status}`)
  return body.toString()
}
