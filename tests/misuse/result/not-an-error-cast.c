// SPDX-License-Identifier: GPL-2.0
/* Runs into: KASAN: slab-out-of-bounds in wrong */
#include "../misuse.h"

struct hub {
	u64 id;
};

struct port {
	u64 id;
	int irq;
};

static struct hub *the_hub;

static struct hub *hub_get(void) __returns_err;
static struct hub *hub_get(void)
{
	return the_hub ?: ERR_PTR(-ENODEV);
}

static struct port *port_get(struct hub *hub, u64 id) __returns_err;
static noinline struct port *port_get(struct hub *hub, u64 id)
{
	return ERR_PTR(hub->id == id ? -EINVAL : -ENXIO);
}

static struct port *wrong_open(u64 id)
{
	struct hub *hub = hub_get();
	struct port *port;

	if (IS_ERR(hub))
		return ERR_CAST(hub);
	port = port_get(hub, id);
	if (IS_ERR(port))
		return ERR_CAST(hub);	/* { dg-error "'hub' is no error pointer here: .*SAFE_E_NOT_AN_ERROR" } */
	return port;
}

static struct port *right_open(u64 id)
{
	struct hub *hub = hub_get();

	return IS_ERR(hub) ? ERR_CAST(hub) : port_get(hub, id);
}

static int wrong(void)
{
	struct port *port;
	int irq;

	the_hub = kzalloc(sizeof(*the_hub), GFP_KERNEL);
	port = wrong_open(2);
	irq = IS_ERR(port) ? PTR_ERR(port) : READ_ONCE(port->irq);
	kfree(the_hub);
	return irq;
}

static int right(void)
{
	struct port *port;
	int irq;

	the_hub = kzalloc(sizeof(*the_hub), GFP_KERNEL);
	port = right_open(2);
	irq = IS_ERR(port) ? PTR_ERR(port) : READ_ONCE(port->irq);
	kfree(the_hub);
	return irq;
}
