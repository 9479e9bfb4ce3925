import { find, findAll, textAt, type Element } from './element.ts'
import { statusCode } from './identification.ts'
import { code, compact, compactAll, type Fields } from './values.ts'

/** Whom to ask, who leads, and where it takes place. The old format has no coordinates. */
export function contactsLocations(root: Element): Fields | undefined {
  const central = [...findAll(root, 'overall_contact'), ...findAll(root, 'overall_contact_backup')]
  return compact({
    centralContacts: compactAll(central, contact),
    overallOfficials: compactAll(findAll(root, 'overall_official'), official),
    locations: compactAll(findAll(root, 'location'), location),
  })
}

function contact(element: Element): Fields | undefined {
  const name = nameOf(element)
  const [phone, email] = [textAt(element, 'phone'), textAt(element, 'email')]
  if (name === undefined && phone === undefined && email === undefined) return undefined
  return compact({ name, role: 'CONTACT', phone, phoneExt: textAt(element, 'phone_ext'), email })
}

function official(element: Element): Fields | undefined {
  return compact({
    name: nameOf(element),
    affiliation: textAt(element, 'affiliation'),
    role: code(textAt(element, 'role')),
  })
}

function location(element: Element): Fields | undefined {
  const facility = find(element, 'facility')
  const people = [...findAll(element, 'contact'), ...findAll(element, 'contact_backup')]
  return compact({
    facility: textAt(facility, 'name'),
    status: statusCode(textAt(element, 'status')),
    city: textAt(facility, 'address/city'),
    state: textAt(facility, 'address/state'),
    zip: textAt(facility, 'address/zip'),
    country: textAt(facility, 'address/country'),
    contacts: [
      ...compactAll(people, contact),
      ...compactAll(findAll(element, 'investigator'), investigator),
    ],
  })
}

function investigator(element: Element): Fields | undefined {
  return compact({ name: nameOf(element), role: code(textAt(element, 'role')) })
}

/** Mostly the whole name is in last_name. */
function nameOf(element: Element): string | undefined {
  const names = ['first_name', 'middle_name', 'last_name'].flatMap(
    (part) => textAt(element, part) ?? [],
  )
  const degrees = textAt(element, 'degrees')
  if (names.length === 0) return undefined
  return degrees === undefined ? names.join(' ') : `${names.join(' ')}, ${degrees}`
}
