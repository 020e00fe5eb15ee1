function comeBack(url) {
  const { reference, state } = verifyRedirect(url, '@REDIRECT_SECRET@'); // throws where it is forged or old
  return `${reference}: ${state}`;
}
