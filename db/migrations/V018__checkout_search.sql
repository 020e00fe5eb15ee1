-- A merchant looks for a checkout by its amount. See db/README.md.

-- None of these columns ever changes, so paying touches nothing of it.
alter table checkouts
  add key checkouts_amount_ix (profile_id, livemode, amount, id);
