/** Packages that only some places may name. */
export const guarded: Readonly<Record<string, readonly string[]>> = {
  hono: [
    'door/',
    'web/',
    'api/',
    'app/',
    'people/mail/letters/',
    'people/alerts/digest/',
    'people/watches/letters/',
    'people/enquiries/letters/',
    'study/analysis/render/',
  ],
  '@hono/node-server': ['door/', 'web/', 'app/'],
  'date-holidays': ['people/enquiries/promise/'],
  'ical-generator': ['web/desk/calendar/'],
  'node:sqlite': ['finder/catalogue/', 'finder/places/', 'people/records/'],
  kysely: ['people/', 'study/conduct/'],
  pg: ['people/records/'],
  nodemailer: ['people/mail/'],
  'postal-mime': ['people/mail/'],
  '@simplewebauthn/server': ['people/accounts/'],
  'openid-client': ['people/accounts/institution/'],
}
