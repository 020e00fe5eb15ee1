-- How much cash is in circulation, by asset, and how much of it is promised away by open holds.
select
  asset,
  sum(case when type <> 'bank' then balance else 0 end) / 10000 as in_circulation,
  sum(held) / 10000 as held,
  sum(case when type = 'bank' then -balance else 0 end) / 10000 as at_the_bank
from accounts
where asset in ('USD', 'XTS')
group by asset;
