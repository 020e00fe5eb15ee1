/** That address with those of the parameters that have a value. */
export function addressOf(address, parameters) {
  const url = new URL(address);
  for (const name in parameters) if (parameters[name]) url.searchParams.set(name, parameters[name]);
  return url;
}
