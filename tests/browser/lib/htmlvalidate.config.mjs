// The settings of html-validate.
export default {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // Style sheet and script come from the site itself, and browsers refuse integrity checks on pages from a disk.
    'require-sri': 'off',
    // The style sheet keeps telephone numbers on one line; authors write them with everyday blanks.
    'tel-non-breaking': 'off',
    // A tab names the page, its number, the guide and who publishes it. Search engines may cut that; readers may not.
    'long-title': 'off',
    // Names come from headings such as “4 ideas that guide us”, and HTML lets them begin with a digit.
    'valid-id': ['error', { relaxed: true }],
    // As the HTML standard writes it.
    'doctype-style': ['error', { style: 'lowercase' }],
  },
};
