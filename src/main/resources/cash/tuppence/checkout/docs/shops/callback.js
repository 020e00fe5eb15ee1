function callback(headers, body) {
  const { type, livemode, data } = verifyCallback(body, headers, '@CALLBACK_SECRET@'); // throws as well
  const order = orders.get(data.reference);
  if (type !== 'checkout.paid' || !livemode || !order || order.paid) return;
  if (data.id !== order.id || data.amount.amount !== order.amount || data.amount.currency !== 'USD') return;
  order.paid = true; // once, however often it is said
  console.log(`${data.reference} is paid`);
}
