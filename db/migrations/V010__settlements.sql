-- Holds that their sender ordered to be settled: any node posts them. See db/README.md.

alter table holds
  add column settle_at datetime(6) null comment 'when it is to be posted by itself; null as long as nobody ordered that' after expires_at,
  add key holds_settle_ix (settle_at);
