import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyText, fc } from '../../testing/properties.ts'
import { countryCode, countryCodes, countryName } from './countries.ts'

test('both spellings of ClinicalTrials.gov are one country', () => {
  const pairs = [
    ['Korea, Republic of', 'South Korea', 'KR'],
    ['Turkey', 'Turkey (Türkiye)', 'TR'],
    ['Russian Federation', 'Russia', 'RU'],
    ['Iran, Islamic Republic of', 'Iran', 'IR'],
    ['Czech Republic', 'Czechia', 'CZ'],
    ['Macedonia, The Former Yugoslav Republic of', 'North Macedonia', 'MK'],
    ['Swaziland', 'Eswatini', 'SZ'],
    ['Viet Nam', 'Vietnam', 'VN'],
    ['Bahamas', 'The Bahamas', 'BS'],
    ['Brunei Darussalam', 'Brunei', 'BN'],
    ['Moldova, Republic of', 'Moldova', 'MD'],
    ['Tanzania, United Republic of', 'Tanzania', 'TZ'],
  ] as const
  for (const [old, young, code] of pairs)
    assert.deepEqual([countryCode(old), countryCode(young)], [code, code], old)
})

test('names that no list of countries has are known', () => {
  const known = {
    "Côte D'Ivoire": 'CI',
    'Palestinian Territory, occupied': 'PS',
    'Holy See (Vatican City State)': 'VA',
    'Hong Kong': 'HK',
    Taiwan: 'TW',
    Kosovo: 'XK',
    "Lao People's Democratic Republic": 'LA',
    "Korea, Democratic People's Republic of": 'KP',
    'Syrian Arab Republic': 'SY',
    'Libyan Arab Jamahiriya': 'LY',
    'Congo, The Democratic Republic of the': 'CD',
    Congo: 'CG',
    Réunion: 'RE',
    Curaçao: 'CW',
    'Netherlands Antilles': 'CW',
    'Antigua and Barbuda': 'AG',
    'Virgin Islands (U.S.)': 'VI',
    'Micronesia, Federated States of': 'FM',
    'American Samoa': 'AS',
    'Timor-Leste': 'TL',
    'Cape Verde': 'CV',
    Burma: 'MM',
    '\n  United States\n': 'US',
  }
  for (const [name, code] of Object.entries(known)) assert.equal(countryCode(name), code, name)
})

test('countries that are no more are read as the country that followed', () => {
  for (const name of ['Former Yugoslavia', 'Former Serbia and Montenegro', 'Serbia and Montenegro'])
    assert.equal(countryCode(name), 'RS')
})

test('every country is found by its English and its French name', () => {
  assert.equal(countryCodes.length, 250)
  for (const code of countryCodes)
    for (const language of ['en', 'fr'] as const) {
      const name = countryName(code, language)
      assert.equal(countryCode(name), code, name)
      assert.equal(countryCode(name.toUpperCase()), code, name)
    }
})

/**
 * Codes that Intl can name but that are no country of today in ISO 3166-1: withdrawn codes, codes held
 * back for other uses, and groupings. Kosovo (XK) stays: it has no ISO code, and registries name it.
 */
const notCountries = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(
    ' ',
  ),
)

test('the countries are those that the Unicode data knows, without what is no country of today', () => {
  const named = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  const all = letters.flatMap((first) => letters.map((second) => first + second))
  assert.deepEqual(
    countryCodes,
    all.filter((code) => !notCountries.has(code) && named.of(code)),
  )
})

test('Hong Kong is shown as registries write it', () => {
  assert.equal(countryName('HK', 'en'), 'Hong Kong')
  assert.equal(countryName('HK', 'fr'), 'Hong Kong')
  assert.equal(countryName('FR', 'fr'), 'France')
  assert.equal(countryName('DE', 'fr'), 'Allemagne')
})

test('no country is made up', () => {
  for (const name of ['', ' ', 'Atlantis', 'FR', 'TX', 'ZZ', 'European Union', '\u0000'])
    assert.equal(countryCode(name), undefined, name)
  assert.equal(countryName('ZZ', 'en'), 'ZZ')
  fc.assert(
    fc.property(anyText(), (name) => {
      const code = countryCode(name)
      assert.ok(code === undefined || countryCodes.includes(code))
    }),
  )
})
