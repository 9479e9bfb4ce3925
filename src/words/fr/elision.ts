/** "de" before a name: "d’asthme", "de hernie", "de fièvre". */
export function de(name: string): string {
  return elided.test(name) ? `d’${name}` : `de ${name}`
}

/** A vowel, or an h that is not heard; the hernia's and the herring's are. */
const elided = /^(?:[aeiouàâéèêëîïôœù]|h(?!ern))/i
