// Choosing a picture for a row: offers, the change that it would make, writing it, undo.
const id = (name) => document.getElementById(name);

/** The window in which a picture is chosen. */
export class Chooser {
  constructor(words, token, said) {
    Object.assign(this, { words, token, said, wish: null, opener: null, wait: 0 });
    id('search').addEventListener('input', () => {
      clearTimeout(this.wait);
      this.wait = setTimeout(() => this.offer(), 150);
    });
    id('search').addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    id('again').addEventListener('click', () => this.showOffers());
    id('write').addEventListener('click', () => this.write());
    id('alt').addEventListener('input', () => this.plan());
    id('undo').addEventListener('click', () => this.undo());
    id('chooser').addEventListener('close', () => this.opener?.focus?.());
  }

  /** Opens for a row of a page. */
  open(route, row, opener) {
    this.opener = opener;
    this.wish = { route, row };
    id('search').value = '';
    id('sentence').textContent = '';
    this.showOffers();
    id('chooser').showModal();
    id('search').focus();
    return this.offer();
  }

  showOffers() {
    id('offers-part').hidden = false;
    id('plan-part').hidden = true;
    this.problem(null);
  }

  async offer() {
    const { route, row } = this.wish;
    const question = new URLSearchParams({ route, row, words: id('search').value });
    this.asked = question.toString();
    const offers = await (await fetch(`/_alongside/pictures?${question}`)).json();
    // An answer that comes late is an answer to an older question.
    if (this.asked !== question.toString()) return;
    id('sentence').textContent = offers.words;
    id('offers').replaceChildren(...offers.symbols.map((offer) => this.button(offer, false)));
    id('files').replaceChildren(...offers.files.map((offer) => this.button(offer, true)));
    id('files-part').hidden = offers.files.length === 0;
    id('no-offers').hidden = offers.symbols.length > 0;
  }

  button(offer, isFile) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    const picture = document.createElement('img');
    button.type = 'button';
    picture.src = `/${offer.src}`;
    picture.alt = '';
    if (offer.description) button.title = offer.description;
    button.append(picture, offer.label);
    button.dataset.target = offer.target;
    button.addEventListener('click', () => {
      Object.assign(this.wish, { target: offer.target, isFile });
      id('alt').value = '';
      return this.plan();
    });
    item.append(button);
    return item;
  }

  /** Shows the change that the wish would make. */
  async plan() {
    this.wish.alt = this.wish.isFile ? id('alt').value : '';
    const plan = await this.send('plan', this.wish);
    if (plan.problem) return this.problem(plan.problem);
    this.problem(null);
    this.wish.hash = plan.hash;
    id('offers-part').hidden = true;
    id('plan-part').hidden = false;
    id('alt-part').hidden = !this.wish.isFile;
    id('plan-place').textContent = `${plan.path}, ${this.words.line} ${plan.line}`;
    id('plan-before').textContent = plan.before;
    id('plan-after').textContent = plan.after;
    if (document.activeElement !== id('alt')) (this.wish.isFile ? id('alt') : id('write')).focus();
  }

  async write() {
    const plan = await this.send('write', this.wish);
    if (plan.problem) return this.problem(plan.problem);
    id('chooser').close();
    id('undo').hidden = false;
    this.said(`${this.words.written} ${plan.path}, ${this.words.line} ${plan.line}`);
  }

  async undo() {
    const plan = await this.send('undo', {});
    id('undo').hidden = true;
    this.said(plan.problem ? this.words[`problem_${plan.problem}`] : this.words.undone);
  }

  async send(what, wish) {
    const { route, row, target, alt, hash } = wish;
    const body = JSON.stringify({ route, row, target, alt, hash });
    const answer = await fetch(`/_alongside/${what}`, { method: 'POST', body, headers: { 'x-alongside-token': this.token() } });
    return answer.ok ? answer.json() : { problem: 'cannot' };
  }

  problem(name) {
    id('problem').hidden = !name;
    id('problem').textContent = name ? this.words[`problem_${name}`] : '';
  }
}
