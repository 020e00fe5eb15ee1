-- How often something was tried, counted by all nodes together. See db/README.md.

create table rate_limits (
  id      varchar(43)     character set ascii collate ascii_bin not null comment 'HMAC of what is limited and whom: no address stands here',
  state   varbinary(1000) not null comment 'the bucket, as Bucket4j writes it',
  full_at datetime(6)     not null comment 'when it will be as if nothing had been tried',
  primary key (id),
  key rate_limits_full_ix (full_at)
);
