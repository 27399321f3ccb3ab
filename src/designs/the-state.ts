const withArticle =
  /^(United |Soviet |Central African |Dominican |Czech |Democratic |Republic |Netherlands$|Philippines$|Maldives$|Bahamas$|Gambia$|Comoros$|Seychelles$|Solomon Islands$|Marshall Islands$)/;

/** The name of a state as it stands in the midst of a sentence: `the United States`, `China`. */
export const theState = (name: string): string => (withArticle.test(name) ? `the ${name}` : name);
